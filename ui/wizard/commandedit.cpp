// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/commandedit.h"

#include "core/plan/commandtemplate.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

namespace Batchdesk {

namespace {

constexpr int linesShown = 2;

QStandardItemModel *placeholderModel(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const QString &name : CommandTemplate::placeholders()) {
        auto *item = new QStandardItem(QStringLiteral("{%1}").arg(name));
        item->setToolTip(placeholderMeaning(name));
        model->appendRow(item);
    }
    return model;
}

} // namespace

QString placeholderMeaning(const QString &name)
{
    if (name == QLatin1String("input"))
        return CommandEdit::tr("The input file, as a path on the node");
    if (name == QLatin1String("name"))
        return CommandEdit::tr("The input file's name");
    if (name == QLatin1String("stem"))
        return CommandEdit::tr("The input file's name without its ending");
    if (name == QLatin1String("ext"))
        return CommandEdit::tr("The input file's ending, without the dot");
    if (name == QLatin1String("index"))
        return CommandEdit::tr("The number of the task, from 1 on");
    if (name == QLatin1String("app"))
        return CommandEdit::tr("The folder with your program");
    return CommandEdit::tr("The folder whose content comes home");
}

CommandEdit::CommandEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new QCompleter(this))
{
    setTabChangesFocus(true);
    setFont(codeFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_completer->setModel(placeholderModel(m_completer));
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setAccessibleName(tr("Placeholders"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &CommandEdit::insertCompletion);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited(command());
    });
}

QString CommandEdit::command() const
{
    return toPlainText();
}

void CommandEdit::setCommand(const QString &wanted)
{
    if (wanted == command())
        return;
    const QScopedValueRollback setting(m_setting, true);
    setPlainText(wanted);
}

void CommandEdit::insertPlaceholder(const QString &name)
{
    QTextCursor cursor = textCursor();
    cursor.insertText(QStringLiteral("{%1}").arg(name));
    setTextCursor(cursor);
    setFocus();
}

QString CommandEdit::beginning() const
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype brace = before.lastIndexOf(QLatin1Char('{'));
    if (brace < 0 || before.indexOf(QLatin1Char('}'), brace) >= 0)
        return {};
    // "{{" is a brace that is meant.
    if (brace > 0 && before.at(brace - 1) == QLatin1Char('{'))
        return {};
    return before.mid(brace);
}

void CommandEdit::complete()
{
    const QString prefix = beginning();
    m_completer->setCompletionPrefix(prefix);
    if (prefix.isEmpty() || m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *popup = m_completer->popup();
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
                   + 2 * gridStep);
    m_completer->complete(place);
}

void CommandEdit::insertCompletion(const QString &completion)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(beginning().size()));
    cursor.insertText(completion);
    setTextCursor(cursor);
}

void CommandEdit::keyPressEvent(QKeyEvent *event)
{
    const bool offering = m_completer->popup()->isVisible();
    if (offering) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the popup's
            return;
        default:
            break;
        }
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->ignore(); // a command has one line, however often it is wrapped
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (typed || (offering && event->key() == Qt::Key_Backspace))
        complete();
}

void CommandEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QPlainTextEdit::focusOutEvent(event);
}

QSize CommandEdit::sizeHint() const
{
    const int around = 2 * frameWidth() + int(2 * document()->documentMargin());
    return {240, linesShown * fontMetrics().lineSpacing() + around + gridStep / 2};
}

} // namespace Batchdesk
