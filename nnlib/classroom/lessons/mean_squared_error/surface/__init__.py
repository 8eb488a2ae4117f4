from .loss_surface import LossSurface

__all__ = ["LossSurface"]
