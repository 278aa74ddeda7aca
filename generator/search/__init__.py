"""The search index, made from the finished pages."""
