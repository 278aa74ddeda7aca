"""Printed plans: a PDF of each, from the finished site."""
