"""From the disk or from Git to YAML nodes with places."""
