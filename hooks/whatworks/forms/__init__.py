"""The form for people without Git: what it asks, and how what they typed becomes the file of a record."""
