// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "ui/models/planneddraft.h"

#include <QList>
#include <QString>

namespace Batchdesk {

class SettingsFile;

//! \brief The wizard's pages, in their order.
enum class WizardStep { Application, Input, Task, Machines, Review };
constexpr int wizardStepCount = 5;

//! \brief Name of a page for people.
QString stepTitle(WizardStep step);

//! \brief Something that is wrong, and where it can be mended.
struct Problem
{
    WizardStep step = WizardStep::Review;
    QString path; //!< JSON path of the setting at fault; may be empty.
    Error error;
    bool isWarning = false; //!< No obstacle.
};

//! \brief The JSON path that an error's place ends in; empty when there is none.
QString jsonPathOf(const Error &error);
//! \brief True for \a path itself and for what is in the object or list at it.
bool isWithin(const QString &path, const QString &object);

//! \brief Everything known to be wrong with a document: with its file as read, with its values and
//! with what is on the disk. \a draft may be null.
QList<Problem> problemsOf(const SettingsFile &document, const DraftPtr &draft);

} // namespace Batchdesk
