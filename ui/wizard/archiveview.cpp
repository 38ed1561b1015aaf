// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/archiveview.h"

#include "core/plan/plantext.h"
#include "ui/models/archivemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

constexpr int sizeColumnWidth = 13 * gridStep;

//! Gives files and folders their icon, which a model without widgets does not have.
class FileDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != ArchiveModel::Name)
            return;
        static const QIcon folder = themedIcon(QStringLiteral("folder"));
        static const QIcon file = themedIcon(QStringLiteral("file"));
        option->icon = index.data(ArchiveModel::IsFolderRole).toBool() ? folder : file;
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

} // namespace

ArchiveView::ArchiveView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ArchiveModel(this))
    , m_sum(new QLabel(this))
{
    auto *tree = new QTreeView(this);
    tree->setObjectName(QStringLiteral("archiveTree"));
    tree->setAccessibleName(tr("What will be sent"));
    tree->setUniformRowHeights(true);
    tree->setModel(m_model);
    tree->setItemDelegate(new FileDelegate(tree));
    tree->setMinimumHeight(20 * gridStep);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(ArchiveModel::Name, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(ArchiveModel::Size, QHeaderView::Fixed);
    tree->header()->resizeSection(ArchiveModel::Size, sizeColumnWidth);
    m_sum->setWordWrap(true);
    auto *again = new QToolButton(this);
    again->setIcon(themedIcon(QStringLiteral("refresh")));
    again->setObjectName(QStringLiteral("refreshApplicationButton"));
    again->setToolTip(tr("Look at the folders again"));
    again->setAccessibleName(again->toolTip());
    connect(again, &QToolButton::clicked, this, &ArchiveView::relistRequested);

    auto *head = new QHBoxLayout;
    auto *label = new QLabel(tr("What will be &sent"), this);
    label->setBuddy(tree);
    head->addWidget(label, 1);
    head->addWidget(again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addLayout(head);
    layout->addWidget(tree, 1);
    layout->addWidget(m_sum);
}

void ArchiveView::setDraft(const DraftPtr &draft)
{
    m_model->setDraft(draft);
    if (!draft || draft->settings.application.folder.trimmed().isEmpty()) {
        m_sum->clear();
        return;
    }
    QString sum = tr("%n file(s), %1", nullptr, int(draft->listing.application.size()))
                      .arg(byteText(draft->archive.size()));
    if (!draft->listing.applicationIgnored.isEmpty())
        sum += QStringLiteral(" · ") + draft->listing.applicationIgnored;
    m_sum->setText(sum);
}

} // namespace Batchdesk
