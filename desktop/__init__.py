"""The desktop: shows what the engine found. The only place that imports Qt."""

from desktop.constants_guard import guard_constants

guard_constants()
