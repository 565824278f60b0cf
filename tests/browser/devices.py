"""What people hold in their hands: the size of a phone, and a browser that keeps nothing."""

from typing import Any

PHONE: Any = {"width": 390, "height": 844}
# Browsers in which storage is switched off do not say that there is none: they raise an error.
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
