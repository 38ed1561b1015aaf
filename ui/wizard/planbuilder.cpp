// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/planbuilder.h"

#include "core/plan/freshstamp.h"
#include "ui/models/workershared.h"
#include "ui/widgets/deliver.h"

#include <QtConcurrent>

#include <chrono>

namespace Batchdesk {

namespace {

//! Long enough for a word to be typed to its end, short enough to seem at once.
constexpr std::chrono::milliseconds stillness(150);

} // namespace

PlanBuilder::PlanBuilder(QObject *parent)
    : QObject(parent)
    , m_stamp(freshStamp())
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(stillness);
    connect(&m_delay, &QTimer::timeout, this, &PlanBuilder::begin);
}

void PlanBuilder::plan(const Settings &settings, const QString &baseFolder)
{
    m_wanted = {settings, baseFolder};
    ++m_generation;
    setBusy(true);
    m_delay.start();
}

void PlanBuilder::relist()
{
    m_relist = true;
    ++m_generation;
    setBusy(true);
    m_delay.stop();
    begin();
}

void PlanBuilder::startAnew()
{
    m_stamp = freshStamp();
    ++m_generation;
    m_draft.reset();
}

void PlanBuilder::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

bool PlanBuilder::sameApplication(const Settings::Application &a, const Settings::Application &b)
{
    // Of a repository nothing lies here but the host keys that are trusted for its address.
    return a.git && b.git ? a.git->url == b.git->url : a == b;
}

bool PlanBuilder::sameFolders(const Wanted &a, const Wanted &b)
{
    return a.baseFolder == b.baseFolder
        && sameApplication(a.settings.application, b.settings.application)
        && a.settings.inputs == b.settings.inputs
        && a.settings.outputs.folder == b.settings.outputs.folder
        && a.settings.pool.startTask == b.settings.pool.startTask;
}

PlanBuilder::Made PlanBuilder::make(const Wanted &wanted, std::shared_ptr<const Found> found,
                                    const RunStamp &stamp)
{
    if (!found || !sameFolders(found->wanted, wanted))
        found = sharedForWorkers<Found>(std::make_unique<const Found>(
            Found{wanted, listFolders(wanted.settings, wanted.baseFolder)}));
    return {found, makeDraft(wanted.settings, wanted.baseFolder, found->listing, stamp)};
}

void PlanBuilder::begin()
{
    if (m_running)
        return; // end() begins again
    m_running = true;
    const auto known = m_relist ? nullptr : m_found;
    m_relist = false;
    const quint64 generation = m_generation;
    deliver(QtConcurrent::run(&PlanBuilder::make, m_wanted, known, m_stamp), this,
            [this, generation](const Made &made) { end(made, generation); });
}

void PlanBuilder::end(const Made &made, quint64 generation)
{
    m_running = false;
    m_found = made.found;
    if (generation != m_generation) {
        if (!m_delay.isActive())
            begin();
        return;
    }
    m_draft = made.draft;
    setBusy(false);
    Q_EMIT planned(m_draft);
}

} // namespace Batchdesk
