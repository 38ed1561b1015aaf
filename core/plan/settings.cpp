// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settings.h"

#include "core/plan/gitsettings.h"
#include "core/plan/nearestname.h"
#include "core/plan/settingschecks.h"
#include "core/plan/settingskeys.h"
#include "core/plan/settingsreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace Batchdesk {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

//! A choice that is one of a few words, or an object.
std::optional<QString> wordOf(SettingsSection &section, const char *key, const QStringList &words,
                              const QString &expected)
{
    const QJsonValue value = section.value(key);
    if (!value.isString()) {
        if (!value.isObject())
            section.wrongType(key, expected);
        return {};
    }
    const QString word = value.toString();
    if (words.contains(word))
        return word;
    section.report().error(section.pathOf(key), Texts::tr("\"%1\" is not known here").arg(word),
                           nearestName(word, words).isEmpty()
                               ? Texts::tr("Expected %1.").arg(expected)
                               : nearestNameAdvice(word, words));
    return {};
}

void readImage(SettingsSection &pool, ImageChoice &image)
{
    if (!pool.contains("image"))
        return;
    if (pool.value("image").isString()) {
        image.name = pool.value("image").toString();
        return;
    }
    if (!pool.value("image").isObject())
        return pool.wrongType("image", Texts::tr("the name of an image or an object"));
    auto section = pool.section("image");
    section->read("publisher", image.reference.publisher);
    section->read("offer", image.reference.offer);
    section->read("sku", image.reference.sku);
    section->read("version", image.reference.version);
    section->read("nodeAgentSKUId", image.nodeAgentSkuId);
    for (const char *key : {"publisher", "offer", "sku", "nodeAgentSKUId", "os"}) {
        if (!section->contains(key))
            section->report().error(
                section->pathOf(key),
                Texts::tr("An image that is spelled out needs \"%1\"").arg(QLatin1String(key)));
    }
    if (!section->contains("os"))
        return;
    const auto os = wordOf(*section, "os", {QStringLiteral("linux"), QStringLiteral("windows")},
                           Texts::tr("\"linux\" or \"windows\""));
    image.os = os == QLatin1String("windows") ? ImageChoice::Os::Windows : ImageChoice::Os::Linux;
}

void readStartTask(SettingsSection &pool, StartTaskChoice &start)
{
    if (!pool.contains("startTask"))
        return;
    const QString expected =
        Texts::tr("\"python3\", \"none\", or an object with \"script\" or \"command\"");
    if (!pool.value("startTask").isObject()) {
        const auto word = wordOf(pool, "startTask",
                                 {QStringLiteral("python3"), QStringLiteral("none")}, expected);
        if (word == QLatin1String("none"))
            start.kind = StartTaskChoice::Kind::None;
        return;
    }
    auto section = pool.section("startTask");
    section->read("script", start.script);
    section->read("command", start.command);
    section->read("elevated", start.elevated);
    start.kind = section->contains("script") ? StartTaskChoice::Kind::Script
                                             : StartTaskChoice::Kind::Command;
    if (section->contains("script") == section->contains("command"))
        section->report().error(pool.pathOf("startTask"), Texts::tr("Expected %1").arg(expected));
}

void readPreparation(SettingsSection &job, PreparationChoice &preparation)
{
    if (!job.contains("preparation"))
        return;
    const QString expected = Texts::tr("\"unpack\" or an object with \"command\"");
    if (!job.value("preparation").isObject()) {
        (void)wordOf(job, "preparation", {QStringLiteral("unpack")}, expected);
        return;
    }
    auto section = job.section("preparation");
    preparation.kind = PreparationChoice::Kind::Command;
    section->read("command", preparation.command);
    if (!section->contains("command"))
        section->report().error(job.pathOf("preparation"), Texts::tr("Expected %1").arg(expected));
}

void readEnvironment(SettingsSection &task, QList<Batch::NameValue> &environment)
{
    if (!task.contains("environment"))
        return;
    if (!task.value("environment").isObject())
        return task.wrongType("environment", Texts::tr("an object of texts"));
    const QJsonObject variables = task.value("environment").toObject();
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (it.value().isString())
            environment.append({it.key(), it.value().toString()});
        else
            task.report().error(jsonChildPath(task.pathOf("environment"), it.key()),
                                Texts::tr("The value of a variable has to be text"),
                                Texts::tr("Put it in quotation marks."));
    }
}

void readPool(SettingsSection &section, Settings::Pool &pool)
{
    section.read("id", pool.id);
    readImage(section, pool.image);
    section.read("vmSize", pool.vmSize);
    section.read("dedicatedNodes", pool.dedicatedNodes);
    section.read("spotNodes", pool.spotNodes);
    section.read("slotsPerNode", pool.slotsPerNode);
    readStartTask(section, pool.startTask);
}

void readCleanUp(SettingsSection &section, Settings::CleanUp &cleanUp)
{
    section.read("job", cleanUp.job);
    section.read("pool", cleanUp.pool);
    if (!section.contains("containers"))
        return;
    const auto word =
        wordOf(section, "containers",
               {QStringLiteral("keep"), QStringLiteral("inputs"), QStringLiteral("all")},
               Texts::tr("\"keep\", \"inputs\" or \"all\""));
    using Containers = Settings::CleanUp::Containers;
    if (word)
        cleanUp.containers = *word == QLatin1String("keep") ? Containers::Keep
            : *word == QLatin1String("all")                 ? Containers::All
                                                            : Containers::Inputs;
}

void readSections(SettingsSection &top, Settings &settings)
{
    top.read("name", settings.name);
    top.read("account", settings.account);
    if (auto section = top.section("application")) {
        section->read("folder", settings.application.folder);
        section->read("ignore", settings.application.ignore);
        readGitSource(*section, settings.application.git);
    }
    if (auto section = top.section("inputs")) {
        section->read("folder", settings.inputs.folder);
        section->read("include", settings.inputs.include);
        section->read("exclude", settings.inputs.exclude);
        section->read("recursive", settings.inputs.recursive);
    }
    if (auto section = top.section("pool"))
        readPool(*section, settings.pool);
    if (auto section = top.section("job")) {
        section->read("id", settings.job.id);
        readPreparation(*section, settings.job.preparation);
        section->read("maxWallClockTime", settings.job.maxWallClockTime);
        section->read("retries", settings.job.retries);
    }
    if (auto section = top.section("task")) {
        section->read("command", settings.task.command);
        readEnvironment(*section, settings.task.environment);
        section->read("outputs", settings.task.outputs);
        section->read("maxWallClockTime", settings.task.maxWallClockTime);
    }
    if (auto section = top.section("outputs")) {
        section->read("container", settings.outputs.container);
        section->read("folder", settings.outputs.folder);
    }
    if (auto section = top.section("cleanUp"))
        readCleanUp(*section, settings.cleanUp);
}

//! Takes the keys of the older flat form out of \a top.
//! An account of the older form is whole or it is refused: half of one would replace good keys.
void checkLegacyAccount(const LegacyAccount &account, SettingsReport &report)
{
    const auto require = [&report](const char *key, bool good, const QString &problem) {
        const QString path = jsonChildPath(QStringLiteral("$"), QLatin1String(key));
        if (!good && !report.hasErrorAt(path))
            report.error(
                path, problem,
                Texts::tr(
                    "Give all five values of the account, or remove them and name a profile."));
    };
    const auto isKey = [](const Secret &key) {
        return !key.isEmpty()
            && bool(QByteArray::fromBase64Encoding(key.reveal(),
                                                   QByteArray::AbortOnBase64DecodingErrors));
    };
    require("batchServiceUrl", !account.batchUrl.isEmpty(),
            Texts::tr("Expected the address of the Batch account"));
    require("batchAccountName", !account.batchAccount.isEmpty(),
            Texts::tr("Expected the name of the Batch account"));
    require("batchAccountKey", isKey(account.batchKey),
            Texts::tr("Expected a key as the Azure portal shows it (base64)"));
    require("storageAccountName", !account.storageAccount.isEmpty(),
            Texts::tr("Expected the name of the storage account"));
    require("storageAccountKey", isKey(account.storageKey),
            Texts::tr("Expected a key as the Azure portal shows it (base64)"));
}

std::optional<LegacyAccount> takeLegacyAccount(QJsonObject &top, SettingsReport &report)
{
    std::optional<LegacyAccount> account;
    const auto take = [&](const char *key) {
        const QJsonValue value = top.take(QLatin1String(key));
        if (value.isUndefined())
            return QString();
        if (!account)
            account.emplace();
        const QString path = jsonChildPath(QStringLiteral("$"), QLatin1String(key));
        if (!value.isString())
            report.error(path, Texts::tr("Expected text"));
        else
            report.warning(
                path, Texts::tr("Account data does not belong into this file"),
                Texts::tr("Batchdesk keeps it in the credential store; save the settings to remove "
                          "it here."));
        return value.toString();
    };
    const QString batchUrl = take("batchServiceUrl");
    const QString batchName = take("batchAccountName");
    const QString batchKey = take("batchAccountKey");
    const QString storageName = take("storageAccountName");
    const QString storageKey = take("storageAccountKey");
    if (account) {
        account->batchUrl = batchUrl;
        account->batchAccount = batchName;
        account->batchKey = Secret(batchKey.toUtf8());
        account->storageAccount = storageName;
        account->storageKey = Secret(storageKey.toUtf8());
        checkLegacyAccount(*account, report);
    }
    return account;
}

//! False when the file is of a version that says nothing to us, and the rest is better not judged.
bool checkVersion(const QJsonObject &top, SettingsReport &report)
{
    const QJsonValue version = top.value(QLatin1String("version"));
    if (version.isUndefined())
        return true;
    const QString path = QStringLiteral("$.version");
    const double number = version.toDouble(0);
    if (number > Settings::currentVersion) {
        report.error(
            path,
            Texts::tr("This file is of version %1, and Batchdesk %2 reads versions up to %3")
                .arg(QString::number(number), QStringLiteral(BATCHDESK_VERSION),
                     QString::number(Settings::currentVersion)),
            Texts::tr("Open it with the Batchdesk that wrote it, or a later one."));
        return false;
    }
    if (number != Settings::currentVersion)
        report.error(path,
                     Texts::tr("Expected the version number %1").arg(Settings::currentVersion));
    return true;
}

Error syntaxError(const QJsonParseError &fault, const QByteArray &text, const QString &path)
{
    const auto [line, column] = JsonPositions::lineAndColumn(text, fault.offset);
    return Error::invalidInput(Texts::tr("This is not valid JSON: %1").arg(fault.errorString()),
                               Texts::tr("%1, line %2, column %3")
                                   .arg(path, QString::number(line), QString::number(column)));
}

} // namespace

QString SettingsDocument::baseFolder() const
{
    return QFileInfo(path).absolutePath();
}

QString SettingsDocument::absolute(const QString &path) const
{
    return QDir::cleanPath(QDir(baseFolder()).absoluteFilePath(path));
}

SettingsDocument readSettings(const QString &path)
{
    SettingsDocument failed;
    failed.path = QFileInfo(path).absoluteFilePath();
    QFile file(path);
    if (!QFileInfo::exists(path)) {
        Error error = Error::invalidInput(Texts::tr("There is no such settings file"), path);
        error.kind = Error::Kind::NotFound;
        failed.errors << error;
    } else if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        failed.errors << Error::io(
            Texts::tr("The settings file cannot be read: %1")
                .arg(QFileInfo(path).isDir() ? Texts::tr("it is a folder") : file.errorString()),
            path);
    } else if (const QByteArray text = file.read(largestFile + 1); text.size() > largestFile) {
        failed.errors << Error::invalidInput(
            Texts::tr("The file is too large to be a settings file"), path);
    } else {
        SettingsDocument document = parseSettings(text, path);
        document.path = failed.path;
        return document;
    }
    return failed;
}

SettingsDocument parseSettings(const QByteArray &text, const QString &path)
{
    SettingsDocument document;
    document.path = QFileInfo(path).absoluteFilePath();
    QJsonParseError fault;
    const QJsonDocument json = QJsonDocument::fromJson(text, &fault);
    if (fault.error != QJsonParseError::NoError) {
        document.errors << syntaxError(fault, text, path);
        return document;
    }
    SettingsReport report(text, path);
    QJsonObject top = json.object();
    if (!json.isObject()) {
        report.error(QStringLiteral("$"), Texts::tr("Expected an object"));
    } else if (checkVersion(top, report)) {
        document.legacyAccount = takeLegacyAccount(top, report);
        SettingsSection section(report, top, QStringLiteral("$"));
        readSections(section, document.settings);
        for (const SettingsProblem &problem : checkSettings(document.settings)) {
            if (!report.hasErrorAt(problem.path))
                report.error(problem.path, problem.message, problem.advice);
        }
    }
    report.sort();
    document.errors = report.errors;
    document.warnings = report.warnings;
    return document;
}

} // namespace Batchdesk
