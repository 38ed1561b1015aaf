// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPalette>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace Batchdesk;

namespace {

//! Relative luminance as WCAG 2 defines it.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double ofA = luminance(a);
    const double ofB = luminance(b);
    return (std::max(ofA, ofB) + 0.05) / (std::min(ofA, ofB) + 0.05);
}

class ThemeTest : public ::testing::TestWithParam<Appearance>
{
protected:
    void SetUp() override { applyAppearance(GetParam()); }

    static QColor role(QPalette::ColorRole role) { return QApplication::palette().color(role); }
};

constexpr double textNeeds = 4.5;
constexpr double edgeNeeds = 3;

} // namespace

TEST_P(ThemeTest, EveryTextCanBeReadOnEverythingItStandsOn)
{
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                QPalette::PlaceholderText, QPalette::Link})
            EXPECT_GE(contrast(role(text), role(ground)), textNeeds) << text << " on " << ground;
        for (const Tone tone : {Tone::Neutral, Tone::Busy, Tone::Good, Tone::Warning, Tone::Bad})
            EXPECT_GE(contrast(toneColor(tone), role(ground)), textNeeds) << int(tone);
    }
    EXPECT_GE(contrast(role(QPalette::HighlightedText), role(QPalette::Highlight)), textNeeds);
    EXPECT_GE(contrast(Qt::white, accentColor()), textNeeds);
}

TEST_P(ThemeTest, AStateCanBeReadOnItsOwnTint)
{
    for (const Tone tone : {Tone::Neutral, Tone::Busy, Tone::Good, Tone::Warning, Tone::Bad}) {
        EXPECT_GE(contrast(toneColor(tone), toneTint(tone)), textNeeds) << int(tone);
        EXPECT_GE(contrast(role(QPalette::WindowText), toneTint(tone)), textNeeds) << int(tone);
    }
}

TEST_P(ThemeTest, TheEdgeOfAFieldCanBeSeen)
{
    const QColor edge = QApplication::palette().color(QPalette::Disabled, QPalette::Text);
    EXPECT_GE(contrast(edge, role(QPalette::Window)), edgeNeeds);
    EXPECT_GE(contrast(edge, role(QPalette::Base)), edgeNeeds);
}

INSTANTIATE_TEST_SUITE_P(Looks, ThemeTest, ::testing::Values(Appearance::Light, Appearance::Dark));
