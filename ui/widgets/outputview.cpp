// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/outputview.h"

#include "ui/widgets/theme.h"

#include <QScrollBar>

namespace Batchdesk {

namespace {

constexpr int lastLines = 20'000;

//! How many bytes at the end begin a UTF-8 character whose rest has not come yet.
qsizetype cutTail(const QByteArray &bytes)
{
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = quint8(bytes.at(bytes.size() - back));
        if ((byte & 0xc0) == 0x80)
            continue; // within a character
        const qsizetype length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

OutputView::OutputView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(codeFont());
    setFrameShape(QFrame::NoFrame);
    setMaximumBlockCount(lastLines);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void OutputView::append(const QByteArray &bytes)
{
    QByteArray whole = m_rest + bytes;
    const qsizetype cut = cutTail(whole);
    m_rest = whole.right(cut);
    whole.chop(cut);
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QString::fromUtf8(whole));
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void OutputView::reset()
{
    m_rest.clear();
    clear();
}

} // namespace Batchdesk
