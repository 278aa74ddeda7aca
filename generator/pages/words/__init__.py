"""Values, changes and official words as a page says them."""
