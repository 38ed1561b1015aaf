// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/resultfiles.h"
#include "ui/models/orderedmodel.h"

#include <memory>
#include <vector>

namespace Batchdesk {

//! \brief The files that a run brought home, with a filter line.
class ResultModel final : public OrderedModel
{
    Q_OBJECT

public:
    enum Column { Name, Folder, Size, Modified, ColumnCount };

    //! \brief Files, and where each of the model's former ones is among them. Made in a worker.
    struct Change
    {
        std::shared_ptr<const QList<ResultFile>> files;
        std::shared_ptr<const QList<ResultFile>> before;
        std::vector<int> newRowOf;

        static Change between(std::shared_ptr<const QList<ResultFile>> before,
                              const QList<ResultFile> &files);
        //! \brief True when nothing is to be shown anew.
        bool isNone() const { return *files == *before; }
    };

    explicit ResultModel(QObject *parent = nullptr);

    //! \brief What is there now, for a worker that looks again.
    std::shared_ptr<const QList<ResultFile>> files() const { return m_files; }
    //! \brief Takes what the worker found; left alone when the model went on meanwhile.
    void apply(const Change &change);
    //! \brief Other files altogether: none.
    void clear();
    void setFilter(const QString &text);

    //! \brief The file shown there.
    const ResultFile &file(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    MakeRows makeRows(int sortColumn, Qt::SortOrder order) const override;

private:
    std::shared_ptr<const QList<ResultFile>> m_files;
    QString m_filter;
};

} // namespace Batchdesk
