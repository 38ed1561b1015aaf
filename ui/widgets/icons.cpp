// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Batchdesk {

namespace {

//! Draws an SVG in a colour of the palette at the time of painting.
class SvgEngine final : public QIconEngine
{
public:
    SvgEngine(const QString &name, bool onAccent)
        : m_name(name)
        , m_onAccent(onAccent)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        renderer(mode).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("batchdesk-icon/%1/%2/%3x%4")
                                .arg(m_name, color(mode).name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        QPixmap result = pixmap(size, mode, state);
        result.setDevicePixelRatio(scale);
        return result;
    }

    QIconEngine *clone() const override { return new SvgEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_onAccent || mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return palette.color(QPalette::ButtonText);
    }

    QSvgRenderer &renderer(QIcon::Mode mode)
    {
        const QColor wanted = color(mode);
        if (m_renderer && m_color == wanted)
            return *m_renderer;
        m_color = wanted;
        QFile file(QStringLiteral(":/batchdesk/icons/%1.svg").arg(m_name));
        QByteArray svg;
        if (file.open(QIODevice::ReadOnly))
            svg = file.readAll().replace("currentColor", wanted.name().toLatin1());
        m_renderer = std::make_shared<QSvgRenderer>(svg);
        return *m_renderer;
    }

    QString m_name;
    bool m_onAccent;
    QColor m_color;
    std::shared_ptr<QSvgRenderer> m_renderer;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QIcon(new SvgEngine(name, false));
}

QIcon accentIcon(const QString &name)
{
    return QIcon(new SvgEngine(name, true));
}

} // namespace Batchdesk
