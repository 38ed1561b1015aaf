// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/theme.h"

#include "ui/widgets/windowsettings.h"
#include "ui/widgets/windowstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>

namespace Batchdesk {

namespace {

//! The colours of one appearance. The texts among them have a contrast of at least 4.5 on window
//! and base (WCAG AA); tests/ui/widgets checks it.
struct Scheme
{
    QRgb window, base, alternate, button, text, muted, disabled, line, accent, link;
    QRgb good, warning, bad, busy;
};

constexpr Scheme light{0xfff5f6f8, 0xffffffff, 0xfff9fafb, 0xffffffff, 0xff1b1f24,
                       0xff57606a, 0xff808993, 0xffd5dae0, 0xff0b66c3, 0xff0b66c3,
                       0xff1a7338, 0xff855600, 0xffc0262d, 0xff0b66c3};
constexpr Scheme dark{0xff1d2025, 0xff25292f, 0xff2a2e35, 0xff2f343b, 0xffe6e9ed,
                      0xffa9b2bd, 0xff747d88, 0xff3d434c, 0xff2271c4, 0xff74b6f5,
                      0xff56c878, 0xffe3b341, 0xffff8880, 0xff74b6f5};

const QString appearanceKey = QStringLiteral("appearance");

Appearance appearance = Appearance::System;
bool darkInUse = false;

const Scheme &scheme()
{
    return darkInUse ? dark : light;
}

//! Qt 6.4 has no colorScheme(): the desktop's own palette tells, as it was before ours.
bool isSystemDark()
{
    static const bool systemIsDark =
        QApplication::palette().color(QPalette::Window).lightness() < 128;
    return systemIsDark;
}

QPalette paletteOf(const Scheme &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color, QRgb whenDisabled) {
        palette.setColor(role, QColor(color));
        palette.setColor(QPalette::Disabled, role, QColor(whenDisabled));
    };
    set(QPalette::Window, colors.window, colors.window);
    set(QPalette::WindowText, colors.text, colors.disabled);
    set(QPalette::Base, colors.base, colors.window);
    set(QPalette::AlternateBase, colors.alternate, colors.alternate);
    set(QPalette::Text, colors.text, colors.disabled);
    set(QPalette::Button, colors.button, colors.window);
    set(QPalette::ButtonText, colors.text, colors.disabled);
    set(QPalette::PlaceholderText, colors.muted, colors.disabled);
    set(QPalette::Highlight, colors.accent, colors.line);
    set(QPalette::HighlightedText, 0xffffffff, colors.disabled);
    set(QPalette::Link, colors.link, colors.disabled);
    set(QPalette::LinkVisited, colors.link, colors.disabled);
    set(QPalette::ToolTipBase, colors.base, colors.base);
    set(QPalette::ToolTipText, colors.text, colors.text);
    set(QPalette::Light, colors.base, colors.base);
    set(QPalette::Midlight, colors.alternate, colors.alternate);
    set(QPalette::Mid, colors.line, colors.line);
    set(QPalette::Dark, colors.disabled, colors.disabled);
    set(QPalette::Shadow, 0xff000000, 0xff000000);
    set(QPalette::BrightText, colors.bad, colors.bad);
    return palette;
}

QColor mixed(const QColor &top, const QColor &bottom, qreal share)
{
    const auto part = [share](int a, int b) { return int(a * share + b * (1 - share) + 0.5); };
    return QColor(part(top.red(), bottom.red()), part(top.green(), bottom.green()),
                  part(top.blue(), bottom.blue()));
}

} // namespace

void applyAppearance(Appearance wanted)
{
    const bool systemDark = isSystemDark(); // asked before the first palette of ours
    appearance = wanted;
    darkInUse = wanted == Appearance::Dark || (wanted == Appearance::System && systemDark);
    static bool styled = false;
    if (!styled) {
        styled = true;
        QApplication::setStyle(new WindowStyle);
        QFont font = QApplication::font();
        font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                          QStringLiteral("DejaVu Sans"), font.family()});
        font.setPointSizeF(qMax(10.0, font.pointSizeF()));
        QApplication::setFont(font);
    }
    QApplication::setPalette(paletteOf(scheme()));
}

Appearance rememberedAppearance()
{
    const QString name = windowSettings().value(appearanceKey).toString();
    if (name == QLatin1String("light"))
        return Appearance::Light;
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void rememberAppearance(Appearance wanted)
{
    const QStringList names{QStringLiteral("system"), QStringLiteral("light"),
                            QStringLiteral("dark")};
    windowSettings().setValue(appearanceKey, names.at(int(wanted)));
}

Appearance currentAppearance()
{
    return appearance;
}

bool isDark()
{
    return darkInUse;
}

QColor toneColor(Tone tone)
{
    switch (tone) {
    case Tone::Busy:
        return scheme().busy;
    case Tone::Good:
        return scheme().good;
    case Tone::Warning:
        return scheme().warning;
    case Tone::Bad:
        return scheme().bad;
    case Tone::Neutral:
    case Tone::Quiet:
        break;
    }
    return scheme().muted;
}

QColor toneTint(Tone tone)
{
    return mixed(toneColor(tone), QColor(scheme().base), darkInUse ? 0.16 : 0.09);
}

QColor accentColor()
{
    return scheme().accent;
}

QColor lineColor()
{
    return scheme().line;
}

QColor mutedColor()
{
    return scheme().muted;
}

QFont titleFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamilies({QStringLiteral("DejaVu Sans Mono"), font.family()});
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.95);
    return font;
}

} // namespace Batchdesk
