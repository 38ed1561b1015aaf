// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/helpwindow.h"

#include "ui/shell/helptext.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>

#include <algorithm>

namespace Batchdesk {

namespace {

const QString folder = QStringLiteral(":/batchdesk/help/");

QString titleOf(const QString &text)
{
    const QString line = text.section(QLatin1Char('\n'), 0, 0);
    return line.startsWith(QLatin1String("# ")) ? line.mid(2) : line;
}

//! The order in which a reader needs them; pages not named here follow.
const QStringList order{QStringLiteral("first-run"),
                        QStringLiteral("window"),
                        QStringLiteral("settings"),
                        QStringLiteral("placeholders"),
                        QStringLiteral("azure"),
                        QStringLiteral("accounts"),
                        QStringLiteral("private-repositories"),
                        QStringLiteral("troubleshooting")};

QStringList pageNames()
{
    QStringList names;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files))
        names << file.chopped(3);
    const auto rank = [](const QString &name) {
        const qsizetype index = order.indexOf(name);
        return index < 0 ? order.size() : index;
    };
    std::stable_sort(names.begin(), names.end(),
                     [rank](const QString &a, const QString &b) { return rank(a) < rank(b); });
    return names;
}

} // namespace

HelpWindow::HelpWindow()
    : m_pages(new QListWidget(this))
    , m_text(new HelpText(this))
{
    setWindowTitle(tr("Batchdesk Help"));
    setObjectName(QStringLiteral("helpWindow"));
    resize(880, 640);
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Help pages"));
    m_pages->setFixedWidth(208);
    m_pages->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Help text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(pageMargin);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages);
    layout->addWidget(m_text);
    for (const QString &name : pageNames()) {
        auto *item = new QListWidgetItem(titleOf(HelpText::pageText(name)), m_pages);
        item->setData(Qt::UserRole, name);
        item->setToolTip(item->text());
    }
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            m_text->showPage(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        showPage(link.fileName().section(QLatin1Char('.'), 0, 0));
    });
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    m_pages->setCurrentRow(0);
}

void HelpWindow::showPage(const QString &name)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->item(row)->data(Qt::UserRole).toString() == name)
            m_pages->setCurrentRow(row);
    }
}

} // namespace Batchdesk
