"""What axe, a checker of accessibility rules, finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Rules of WCAG, levels A and AA. What passed is not described: that takes as long as finding what did not.
# Style sheets are not fetched again: no rule of these reads them, and the policy of the site would complain.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
MOST_NODES = 5


def violations(page: Page) -> list[tuple[str, list[object]]]:
    """Each rule that is broken, with the first of the elements that break it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:MOST_NODES]) for one in found]
