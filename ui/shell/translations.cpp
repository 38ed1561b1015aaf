// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Batchdesk {

namespace {

void replace(QTranslator &translator, const QLocale &locale, const QString &name,
             const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

void installTranslations(const QLocale &locale)
{
    // Children of the application, which outlives all windows.
    static QTranslator *english = new QTranslator(qApp);
    static QTranslator *own = new QTranslator(qApp);
    static QTranslator *qt = new QTranslator(qApp);
    // English knows plurals only, which stand in for what another language lacks.
    replace(*english, QLocale(QLocale::English), QStringLiteral("batchdesk"),
            QStringLiteral(":/i18n"));
    replace(*qt, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English)
        replace(*own, locale, QStringLiteral("batchdesk"), QStringLiteral(":/i18n"));
    else
        QCoreApplication::removeTranslator(own);
}

} // namespace Batchdesk
