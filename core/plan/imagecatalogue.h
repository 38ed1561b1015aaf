// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/plan/settings.h"

#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief A system that nodes can run, known by a short name.
struct CatalogueImage
{
    QString title;        //!< For people: "Ubuntu 24.04 LTS".
    ImageChoice image;    //!< All fields filled in.
    QString architecture; //!< "x64", "arm64"; has to equal that of the VM size.
    QString note;         //!< For people; may be empty.
};

//! \brief A size of machine.
struct CatalogueVmSize
{
    QString name; //!< "standard_d2s_v5"
    int vCpus = 0;
    double memoryGiB = 0;
    QString series;
    QString architecture; //!< "x64", "arm64"
    QString note;         //!< For people; may be empty.
};

//! \brief The images and VM sizes that ship with Batchdesk (resources/catalogue). A size or image
//! that is not listed can still be used: a size by its name, an image spelled out.
class ImageCatalogue
{
public:
    //! \brief The shipped catalogue, read once. Thread-safe.
    static const ImageCatalogue &shipped();
    //! \brief A catalogue of the given JSON texts; an entry that lacks its name is left out.
    static ImageCatalogue fromJson(const QByteArray &images, const QByteArray &vmSizes);

    const QList<CatalogueImage> &images() const { return m_images; }
    const QList<CatalogueVmSize> &vmSizes() const { return m_vmSizes; }
    QString defaultImage() const { return m_defaultImage; }
    QString defaultVmSize() const { return m_defaultVmSize; }

    //! \brief \a choice with all its fields: a name is looked up, nothing at all becomes the
    //! default, an image spelled out stays as it is. Fails on an unknown name and names the
    //! nearest.
    Outcome<ImageChoice> resolve(const ImageChoice &choice) const;
    //! \brief True when both are listed and the image cannot boot on the size. Empty names mean the
    //! defaults; sizes are compared without regard to case.
    bool architecturesDiffer(const QString &imageName, const QString &vmSize) const;

private:
    QList<CatalogueImage> m_images;
    QList<CatalogueVmSize> m_vmSizes;
    QString m_defaultImage;
    QString m_defaultVmSize;
};

} // namespace Batchdesk
