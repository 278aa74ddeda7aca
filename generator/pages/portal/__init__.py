"""The pages over all institutions."""
