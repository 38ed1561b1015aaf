// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/task.h"

#include <QJsonObject>

//! \brief Tasks and the answer to adding many, to and from the service's JSON.
namespace Batchdesk::Batch {

QJsonObject toJson(const TaskSpec &task);
//! \brief The body of Task - Add Collection, as sent.
QByteArray addCollectionBody(const QList<TaskSpec> &tasks);

//! \brief The body of Task - Update.
QJsonObject taskUpdateBody(const TaskConstraints &constraints);

Task taskFromJson(const QJsonObject &object);

Subtask subtaskFromJson(const QJsonObject &object);

//! \brief Reads what became of each task, in the order of \a tasks: the service may answer in
//! another. \param repeated true when an earlier try of the request may have been carried out
//! unseen; then a task that exists was added by it.
QList<TaskAddResult> addResultsFromJson(const QJsonObject &object, const QList<TaskSpec> &tasks,
                                        bool repeated);

} // namespace Batchdesk::Batch
