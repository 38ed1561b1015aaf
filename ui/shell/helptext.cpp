// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/helptext.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>

namespace Batchdesk {

namespace {

const QString folder = QStringLiteral(":/batchdesk/help/");
constexpr int pictureWidth = 600; //!< Fits the text's column in a window of the usual size.

} // namespace

QString HelpText::pageText(const QString &name)
{
    QFile file(folder + name + QStringLiteral(".md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // Front matter such as a licence comment is no text for readers.
    static const QRegularExpression comment(QStringLiteral("<!--.*?-->\\s*"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(file.readAll()).remove(comment);
}

void HelpText::showPage(const QString &name)
{
    setMarkdown(pageText(name));
}

QVariant HelpText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    QImage picture(folder + name.path());
    if (picture.isNull())
        return {};
    const qreal ratio = devicePixelRatioF();
    picture = picture.scaledToWidth(qRound(pictureWidth * ratio), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace Batchdesk
