"""Icons: SVG files drawn in a text colour, once for each size, colour and pixel ratio."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QFile, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

_SCHEME = "icon"


def use_icons_from(folder: Path) -> None:
    """Make the SVG files of `folder` known to the application by name, as Qt resources are."""
    QDir.setSearchPaths(_SCHEME, [str(folder)])


def icon_pixmap(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in a square of `size` logical pixels.

    Kept in Qt's pixmap cache, which bounds its own size. Raises LookupError for a name without a file.
    """
    key = f"{_SCHEME}:{name}:{size}:{color.name(QColor.NameFormat.HexArgb)}:{ratio:g}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    renderer = _renderer(name, color)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, size: int, color: QColor, disabled: QColor | None = None, *, gap: int = 0) -> QIcon:
    """Icon `name` for a control of Qt's own, at the highest pixel ratio of the screens in use.

    With `gap` it is that much wider, and empty there: Qt's own space between icon and text cannot be set.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    result = QIcon(_widened(icon_pixmap(name, size, color, ratio), gap))
    if disabled is not None:
        result.addPixmap(_widened(icon_pixmap(name, size, disabled, ratio), gap), QIcon.Mode.Disabled)
    return result


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    result = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    at_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.drawPixmap(QPointF(gap if at_right else 0, 0), pixmap)
    painter.end()
    return result


def draw_icon(painter: QPainter, name: str, corner: QPointF, size: int, color: QColor) -> None:
    """Draw icon `name` with its top left at `corner`, sharp at the painter's own pixel ratio."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, icon_pixmap(name, size, color, ratio))


def _renderer(name: str, color: QColor) -> QSvgRenderer:
    file = QFile(f"{_SCHEME}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise LookupError(name)
    source = bytes(file.readAll().data())
    file.close()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", color.name().encode())))
