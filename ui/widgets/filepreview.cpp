// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/filepreview.h"

#include "ui/widgets/deliver.h"
#include "ui/widgets/outputview.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

constexpr qint64 textBytes = 256 * 1024;
//! An image is read in this size at most, whatever the file claims to be.
constexpr QSize largestImage(1600, 1200);

} // namespace

struct FilePreview::Content
{
    QByteArray text;
    QImage image;
    QString message; //!< Why there is nothing to see, or that this is the beginning only.
};

FilePreview::FilePreview(QWidget *parent)
    : QStackedWidget(parent)
    , m_text(new OutputView(this))
    , m_picture(new QLabel(this))
    , m_message(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("previewText"));
    m_text->setAccessibleName(tr("Preview"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1);
    m_picture->setAccessibleName(tr("Preview"));
    m_message->setObjectName(QStringLiteral("previewMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    addWidget(m_message);
    addWidget(m_text);
    addWidget(m_picture);
    setFile(QString());
}

void FilePreview::setFile(const QString &path)
{
    const quint64 generation = ++m_generation;
    if (path.isEmpty()) {
        m_message->setText(tr("Select a file to look into it."));
        setCurrentWidget(m_message);
        return;
    }
    deliver(QtConcurrent::run(&FilePreview::read, path), this,
            [this, generation](const Content &content) {
                if (generation == m_generation)
                    take(content);
            });
}

FilePreview::Content FilePreview::read(const QString &path)
{
    Content content;
    QImageReader reader(path);
    if (reader.canRead()) {
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        if (size.width() > largestImage.width() || size.height() > largestImage.height())
            reader.setScaledSize(size.scaled(largestImage, Qt::KeepAspectRatio));
        content.image = reader.read();
        if (!content.image.isNull())
            return content;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        content.message = tr("The file cannot be read: %1").arg(file.errorString());
        return content;
    }
    content.text = file.read(textBytes);
    if (content.text.isEmpty())
        content.message = tr("The file is empty.");
    else if (content.text.contains('\0'))
        content.message = tr("There is no preview for files of this kind. Open it in its program.");
    else if (!file.atEnd())
        content.text += tr("\n… the rest is left out: %1 in all")
                            .arg(QLocale().formattedDataSize(file.size(), 1))
                            .toUtf8();
    return content;
}

void FilePreview::take(const Content &content)
{
    m_image = content.image;
    if (!content.message.isEmpty()) {
        m_message->setText(content.message);
        setCurrentWidget(m_message);
    } else if (!content.image.isNull()) {
        setCurrentWidget(m_picture);
        fitImage();
    } else {
        m_text->reset();
        m_text->append(content.text);
        m_text->verticalScrollBar()->setValue(0);
        setCurrentWidget(m_text);
    }
    Q_EMIT shown();
}

void FilePreview::fitImage()
{
    if (m_image.isNull() || currentWidget() != m_picture)
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = m_picture->size() * ratio;
    // A small picture is shown as it is: blown up it would only get blurred.
    QPixmap pixmap = QPixmap::fromImage(
        m_image.width() <= room.width() && m_image.height() <= room.height()
            ? m_image
            : m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

void FilePreview::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fitImage();
}

} // namespace Batchdesk
