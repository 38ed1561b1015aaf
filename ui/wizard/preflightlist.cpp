// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/preflightlist.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/statepill.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

StateLook lookOf(PreflightCheck::Verdict verdict)
{
    switch (verdict) {
    case PreflightCheck::Verdict::Passed:
        return {PreflightList::tr("Passed"), Tone::Good};
    case PreflightCheck::Verdict::Warning:
        return {PreflightList::tr("Look at this"), Tone::Warning};
    case PreflightCheck::Verdict::Failed:
        return {PreflightList::tr("Failed"), Tone::Bad};
    case PreflightCheck::Verdict::NotLooked:
        break;
    }
    return {PreflightList::tr("Not looked at"), Tone::Neutral};
}

} // namespace

PreflightList::PreflightList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(gridStep);
    setAccessibleName(tr("Checks before the launch"));
}

void PreflightList::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
}

void PreflightList::setText(const QString &text)
{
    clear();
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void PreflightList::setChecks(const QList<PreflightCheck> &checks)
{
    clear();
    for (const PreflightCheck &check : checks)
        m_layout->addWidget(makeRow(check));
}

QWidget *PreflightList::makeRow(const PreflightCheck &check)
{
    auto *row = new QWidget(this);
    auto *title = new QLabel(check.title, row);
    title->setWordWrap(true);
    auto *pill = new StatePill(row);
    pill->setLook(lookOf(check.verdict));
    auto *head = new QHBoxLayout;
    head->setSpacing(gridStep);
    head->addWidget(title, 1);
    head->addWidget(pill);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addLayout(head);
    QStringList said{check.title, lookOf(check.verdict).word};
    for (const Error &problem : check.problems) {
        auto *text = new QLabel(errorText(problem), row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(text);
        said << errorText(problem);
    }
    row->setAccessibleName(said.join(QStringLiteral(", ")));
    return row;
}

} // namespace Batchdesk
