"""How people write numbers, days and quarters, and how the plan format does: what a wrong value was meant to be."""
