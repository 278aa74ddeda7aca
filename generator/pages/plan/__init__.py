"""The pages of one plan and of its institution."""
