"""A plan as typed, frozen values; the only place where Indonesian keys and English names meet."""
