"""One formula shape per file."""
