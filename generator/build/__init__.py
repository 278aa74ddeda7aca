"""A site from plans: one unit an institution, made here or elsewhere, and the reduction to one site."""
