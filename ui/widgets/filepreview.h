// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QStackedWidget>
#include <QString>

class QLabel;

namespace Batchdesk {

class OutputView;

//! \brief A look into a file: the beginning of a text, or an image. Read in a worker.
class FilePreview final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit FilePreview(QWidget *parent = nullptr);

    //! \brief Shows another file; an empty path shows nothing.
    void setFile(const QString &path);

Q_SIGNALS:
    //! \brief The file of setFile() is shown, or why it cannot be.
    void shown();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Content;
    static Content read(const QString &path);
    void take(const Content &content);
    void fitImage();

    OutputView *m_text = nullptr;
    QLabel *m_picture = nullptr;
    QLabel *m_message = nullptr;
    QImage m_image;
    quint64 m_generation = 0;
};

} // namespace Batchdesk
