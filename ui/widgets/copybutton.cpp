// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/copybutton.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace Batchdesk {

namespace {

constexpr int saidForMs = 1'500;

} // namespace

CopyButton::CopyButton(const QString &what, std::function<QString()> text, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setIcon(themedIcon(QStringLiteral("copy")));
    setToolTip(what);
    setAccessibleName(what);
    connect(this, &QToolButton::clicked, this, [this, what, text = std::move(text)] {
        QGuiApplication::clipboard()->setText(text());
        setIcon(themedIcon(QStringLiteral("check")));
        setToolTip(tr("Copied"));
        QTimer::singleShot(saidForMs, this, [this, what] {
            setIcon(themedIcon(QStringLiteral("copy")));
            setToolTip(what);
        });
    });
}

} // namespace Batchdesk
