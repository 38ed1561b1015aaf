// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/linesedit.h"

#include "ui/widgets/theme.h"

#include <QScopedValueRollback>

namespace Batchdesk {

namespace {

constexpr int mostLinesShown = 6;

} // namespace

LinesEdit::LinesEdit(int minimum, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_minimum(minimum)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(codeFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { updateGeometry(); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited(lines());
    });
}

QStringList LinesEdit::lines() const
{
    QStringList found;
    for (const QString &line : toPlainText().split(QLatin1Char('\n'))) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            found << text;
    }
    return found;
}

void LinesEdit::setLines(const QStringList &wanted)
{
    if (wanted == lines())
        return;
    const QScopedValueRollback setting(m_setting, true);
    setPlainText(wanted.join(QLatin1Char('\n')));
}

QSize LinesEdit::sizeHint() const
{
    const int shown = qBound(m_minimum, blockCount(), mostLinesShown);
    const int around = 2 * frameWidth() + int(2 * document()->documentMargin());
    return {160, shown * fontMetrics().lineSpacing() + around + gridStep / 2};
}

} // namespace Batchdesk
