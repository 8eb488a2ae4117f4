from .boundary_explorer import BoundaryExplorer

__all__ = ["BoundaryExplorer"]
