"""Open data: every figure of a plan as files for other programs, from the model's own description of its fields."""
