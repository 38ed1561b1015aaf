// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/pageparts.h"

#include "ui/widgets/livetable.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Batchdesk {

namespace {

//! Follows rows, columns and width: the scroll bar below takes room only while it is there.
class RowFit final : public QObject
{
public:
    RowFit(LiveTable *table, int mostRows)
        : QObject(table)
        , m_table(table)
        , m_mostRows(mostRows)
    {
        table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        table->installEventFilter(this);
        connect(table->model(), &QAbstractItemModel::modelReset, this, &RowFit::fit);
        connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, &RowFit::fit);
        fit();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        const QHeaderView *header = m_table->horizontalHeader();
        const int rows = qBound(1, m_table->model()->rowCount(), m_mostRows);
        const int bar = neededWidth() > m_table->width()
            ? m_table->horizontalScrollBar()->sizeHint().height()
            : 0;
        const int height = header->sizeHint().height()
            + rows * m_table->verticalHeader()->defaultSectionSize() + bar;
        if (m_table->height() != height || m_table->minimumHeight() != height)
            m_table->setFixedHeight(height);
    }

    //! Of all columns; the last one takes what is left, and that may be little.
    int neededWidth() const
    {
        const QHeaderView *header = m_table->horizontalHeader();
        int needed = 0;
        int last = -1;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column))
                continue;
            if (last >= 0)
                needed += header->sectionSize(last);
            last = column;
        }
        return last < 0 ? 0 : needed + header->sectionSizeHint(last);
    }

    LiveTable *m_table;
    int m_mostRows;
};

} // namespace

int readingWidth()
{
    return 80 * gridStep;
}

QVBoxLayout *beginPage(QWidget *page, const QString &title)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 2 * gridStep, 0);
    layout->setSpacing(2 * gridStep);
    auto *label = new QLabel(title, page);
    label->setFont(titleFont());
    layout->addWidget(label);
    return layout;
}

QLabel *addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new QLabel(text);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    layout->addWidget(heading);
    return heading;
}

QLabel *addText(QVBoxLayout *layout, const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMaximumWidth(readingWidth());
    layout->addWidget(label);
    return label;
}

void fitToRows(LiveTable *table, int mostRows)
{
    new RowFit(table, mostRows); // the table's own child
}

} // namespace Batchdesk
