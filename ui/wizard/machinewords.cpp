// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/machinewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Machines)
};

QString memoryText(double gibibytes)
{
    return QLocale().toString(gibibytes, 'f', gibibytes == int(gibibytes) ? 0 : 1);
}

} // namespace

QString vmSizeWords(const CatalogueVmSize &size)
{
    return Texts::tr("%1 · %2 vCPUs · %3 GiB")
        .arg(size.name, QString::number(size.vCpus), memoryText(size.memoryGiB));
}

QString vmSizeHint(const QString &name)
{
    const QList<CatalogueVmSize> &sizes = ImageCatalogue::shipped().vmSizes();
    const auto found = std::find_if(sizes.begin(), sizes.end(), [&name](const auto &size) {
        return size.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == sizes.end())
        return name.isEmpty()
            ? QString()
            : Texts::tr("Not in the list that comes with Batchdesk; the service decides.");
    return found->note;
}

QString imageNote(const QString &name)
{
    const QList<CatalogueImage> &images = ImageCatalogue::shipped().images();
    const auto found = std::find_if(images.begin(), images.end(), [&name](const auto &entry) {
        return entry.image.name == name;
    });
    return found == images.end() ? QString() : found->note;
}

QString capacityWords(const Settings::Pool &pool, bool isLocal)
{
    const int nodes = pool.dedicatedNodes + pool.spotNodes;
    if (nodes == 0)
        return {};
    const qint64 atOnce = qint64(nodes) * pool.slotsPerNode;
    const QString text = Texts::tr("%n task(s) at a time.", nullptr, int(atOnce));
    return isLocal ? text + QLatin1Char(' ')
            + Texts::tr("As many as this computer has processors is a good number.")
                   : text;
}

} // namespace Batchdesk
