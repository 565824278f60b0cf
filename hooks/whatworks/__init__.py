"""The core of What Works: records in, pages and search out. It knows no site generator."""
