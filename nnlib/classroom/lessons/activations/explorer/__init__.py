from .activation_explorer import ActivationExplorer

__all__ = ["ActivationExplorer"]
