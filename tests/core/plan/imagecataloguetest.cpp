// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/imagecatalogue.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

TEST(ImageCatalogue, ShippedOneIsComplete)
{
    const ImageCatalogue &catalogue = ImageCatalogue::shipped();
    ASSERT_FALSE(catalogue.images().isEmpty());
    ASSERT_FALSE(catalogue.vmSizes().isEmpty());
    for (const CatalogueImage &entry : catalogue.images()) {
        const Outcome<ImageChoice> image =
            catalogue.resolve(ImageChoice{entry.image.name, {}, {}, {}});
        ASSERT_TRUE(image.ok());
        EXPECT_EQ(*image, entry.image);
        EXPECT_FALSE(image->nodeAgentSkuId.isEmpty()) << qPrintable(entry.image.name);
        EXPECT_FALSE(image->reference.sku.isEmpty()) << qPrintable(entry.image.name);
        EXPECT_FALSE(entry.title.isEmpty()) << qPrintable(entry.image.name);
        EXPECT_FALSE(entry.architecture.isEmpty()) << qPrintable(entry.image.name);
    }
    for (const CatalogueVmSize &size : catalogue.vmSizes()) {
        EXPECT_GT(size.vCpus, 0) << qPrintable(size.name);
        EXPECT_GT(size.memoryGiB, 0) << qPrintable(size.name);
    }
    const Outcome<ImageChoice> usual = catalogue.resolve({});
    ASSERT_TRUE(usual.ok());
    EXPECT_EQ(usual->name, catalogue.defaultImage());
    EXPECT_FALSE(catalogue.architecturesDiffer({}, {}));
}

TEST(ImageCatalogue, UnknownNamesGetTheNearest)
{
    ImageChoice choice;
    choice.name = QStringLiteral("ubunto-24.04");
    const Outcome<ImageChoice> image = ImageCatalogue::shipped().resolve(choice);
    ASSERT_FALSE(image.ok());
    EXPECT_EQ(image.error().advice, QStringLiteral("Did you mean \"ubuntu-24.04\"?"));
}

TEST(ImageCatalogue, AnImageSpelledOutStaysAsItIs)
{
    ImageChoice choice;
    choice.reference.publisher = QStringLiteral("me");
    choice.nodeAgentSkuId = QStringLiteral("batch.node.el 9");
    choice.os = ImageChoice::Os::Linux;
    EXPECT_EQ(*ImageCatalogue::shipped().resolve(choice), choice);
}

TEST(ImageCatalogue, ProcessorsThatDoNotFit)
{
    const ImageCatalogue &catalogue = ImageCatalogue::shipped();
    EXPECT_TRUE(catalogue.architecturesDiffer(QStringLiteral("ubuntu-24.04"),
                                              QStringLiteral("Standard_D2ps_v5")));
    EXPECT_FALSE(catalogue.architecturesDiffer(QStringLiteral("ubuntu-24.04"),
                                               QStringLiteral("standard_unlisted")));
}

TEST(ImageCatalogue, DamagedTextGivesAnEmptyOne)
{
    const ImageCatalogue catalogue = ImageCatalogue::fromJson("{", "[1]");
    EXPECT_TRUE(catalogue.images().isEmpty());
    EXPECT_FALSE(catalogue.resolve({}).ok());
}
