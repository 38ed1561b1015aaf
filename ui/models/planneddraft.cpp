// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/planneddraft.h"

#include "core/plan/folderwalk.h"
#include "ui/models/workershared.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <numeric>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlannedDraft)
};

//! Index of the input that an error's place names, or -1.
qsizetype inputAt(const QString &place, const Listing &listing)
{
    const QString folder = listing.inputFolder + QLatin1Char('/');
    const QString path = QDir::fromNativeSeparators(place);
    const QString relative = path.startsWith(folder) ? path.mid(folder.size()) : place;
    return inputIndexOf(listing, relative);
}

void addFlags(PlannedDraft &draft)
{
    for (qsizetype i = 0; i < draft.listing.inputs.size(); ++i) {
        if (draft.listing.inputs.at(i).size == 0)
            draft.flags.insert(quint32(i), Texts::tr("Empty file"));
    }
    for (const QList<Error> &errors : {draft.listing.warnings, draft.result.errors}) {
        for (const Error &error : errors) {
            if (const qsizetype index = inputAt(error.place, draft.listing); index >= 0)
                draft.flags.insert(quint32(index), error.message);
        }
    }
    draft.flagged = {draft.flags.keyBegin(), draft.flags.keyEnd()};
    std::sort(draft.flagged.begin(), draft.flagged.end());
}

void sortByLength(PlannedDraft &draft)
{
    const QList<PlannedTask> &tasks = draft.result.plan.tasks;
    draft.byLength.resize(size_t(tasks.size()));
    std::iota(draft.byLength.begin(), draft.byLength.end(), 0);
    std::stable_sort(draft.byLength.begin(), draft.byLength.end(), [&tasks](quint32 a, quint32 b) {
        return tasks.at(a).commandLine.size() < tasks.at(b).commandLine.size();
    });
}

void measureInputs(PlannedDraft &draft)
{
    const QList<InputFile> &inputs = draft.listing.inputs;
    const auto largest =
        std::max_element(inputs.begin(), inputs.end(),
                         [](const InputFile &a, const InputFile &b) { return a.size < b.size; });
    draft.largest = inputs.isEmpty() ? -1 : largest - inputs.begin();
    draft.inputBytes =
        std::accumulate(inputs.begin(), inputs.end(), qint64(0),
                        [](qint64 sum, const InputFile &file) { return sum + file.size; });
}

} // namespace

qsizetype inputIndexOf(const Listing &listing, const QString &path)
{
    const auto found = std::lower_bound(listing.inputs.begin(), listing.inputs.end(), path,
                                        [](const InputFile &file, const QString &wanted) {
                                            return isBeforeByCodePoint(file.path, wanted);
                                        });
    return found != listing.inputs.end() && found->path == path ? found - listing.inputs.begin()
                                                                : -1;
}

bool PlannedDraft::hasRequirements() const
{
    return std::any_of(
        listing.application.begin(), listing.application.end(),
        [](const ApplicationFile &file) { return file.path == QLatin1String("requirements.txt"); });
}

PlanRecord PlannedDraft::record() const
{
    return PlanRecord::of(settings, baseFolder, listing, stamp);
}

DraftPtr makeDraft(const Settings &settings, const QString &baseFolder, const Listing &listing,
                   const RunStamp &stamp)
{
    auto draft = std::make_unique<PlannedDraft>();
    draft->settings = settings;
    draft->baseFolder = baseFolder;
    draft->stamp = stamp;
    draft->listing = listing;
    // Not by way of a PlanRecord, which has no name of the image left to be judged.
    draft->result = makePlan(settings, listing, baseFolder, stamp);
    draft->archive = FileTree::of(listing.application);
    measureInputs(*draft);
    sortByLength(*draft);
    addFlags(*draft);
    return sharedForWorkers<PlannedDraft>(std::move(draft));
}

} // namespace Batchdesk
