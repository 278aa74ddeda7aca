"""What a reader looks at: pure functions from a plan to figures and rows, without words or layout."""
