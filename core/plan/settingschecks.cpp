// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settingschecks.h"

#include "core/plan/commandtemplate.h"
#include "core/plan/gitsettings.h"
#include "core/plan/ignorepatterns.h"
#include "core/plan/imagecatalogue.h"
#include "core/plan/jsonpositions.h"
#include "core/plan/names.h"
#include "core/plan/wildcard.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace Batchdesk {

namespace {

constexpr int mostSlotsPerNode = 256;
constexpr int mostRetries = 100;
constexpr int mostNodes = 100000;
constexpr std::chrono::seconds longestTime = std::chrono::hours(24 * 180);

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SettingsChecks)
};

class Checker
{
public:
    explicit Checker(const Settings &settings)
        : m_settings(settings)
    {
    }

    QList<SettingsProblem> problems();

private:
    void add(const QString &path, const QString &message, const QString &advice = {})
    {
        m_problems.append({path, message, advice});
    }
    void notEmpty(const QString &path, const QString &value);
    void range(const QString &path, int value, int low, int high);
    void id(const QString &path, const QString &value);
    void time(const QString &path, const std::optional<std::chrono::seconds> &value);
    void inputs();
    void application();
    void pool();
    void startTask(ImageChoice::Os os);
    void image();
    void job();
    void task();
    void environment();
    void outputPatterns();
    void outputs();
    ImageChoice::Os os() const;

    const Settings &m_settings;
    QList<SettingsProblem> m_problems;
};

void Checker::notEmpty(const QString &path, const QString &value)
{
    if (value.trimmed().isEmpty())
        add(path, Texts::tr("This must not be empty"));
}

void Checker::range(const QString &path, int value, int low, int high)
{
    if (value < low || value > high)
        add(path, Texts::tr("%1 is out of range").arg(value),
            Texts::tr("Expected a whole number from %1 to %2.").arg(low).arg(high));
}

void Checker::id(const QString &path, const QString &value)
{
    if (!value.isEmpty() && !isLegalBatchId(value))
        add(path, Texts::tr("\"%1\" cannot be an id").arg(value),
            Texts::tr("Expected 1 to 64 of the characters A-Z, a-z, 0-9, '_' and '-'."));
}

void Checker::time(const QString &path, const std::optional<std::chrono::seconds> &value)
{
    if (value && (*value < std::chrono::seconds(1) || *value > longestTime))
        add(path, Texts::tr("This time limit is out of range"),
            Texts::tr("Expected more than nothing and at most 180 days (\"P180D\")."));
}

void Checker::application()
{
    if (m_settings.application.git) {
        m_problems += checkGitSource(*m_settings.application.git);
        return;
    }
    notEmpty(QStringLiteral("$.application.folder"), m_settings.application.folder);
    IgnorePatterns patterns;
    for (qsizetype i = 0; i < m_settings.application.ignore.size(); ++i) {
        if (const auto added = patterns.add(m_settings.application.ignore.at(i)); !added)
            add(jsonItemPath(QStringLiteral("$.application.ignore"), i), added.error().message);
    }
}

void Checker::inputs()
{
    notEmpty(QStringLiteral("$.inputs.folder"), m_settings.inputs.folder);
    if (m_settings.inputs.include.isEmpty())
        add(QStringLiteral("$.inputs.include"), Texts::tr("At least one pattern is needed"),
            Texts::tr("\"*\" takes every file."));
    const auto check = [this](const QList<QString> &patterns, const QString &path) {
        for (qsizetype i = 0; i < patterns.size(); ++i) {
            if (const auto compiled = InputPattern::compile(patterns.at(i)); !compiled)
                add(jsonItemPath(path, i), compiled.error().message);
        }
    };
    check(m_settings.inputs.include, QStringLiteral("$.inputs.include"));
    check(m_settings.inputs.exclude, QStringLiteral("$.inputs.exclude"));
}

ImageChoice::Os Checker::os() const
{
    const Outcome<ImageChoice> image = ImageCatalogue::shipped().resolve(m_settings.pool.image);
    return image ? image->os : ImageChoice::Os::Linux;
}

void Checker::image()
{
    const ImageChoice &image = m_settings.pool.image;
    const QString path = QStringLiteral("$.pool.image");
    const Batch::ImageReference &reference = image.reference;
    const bool spelledOut = image.name.isEmpty()
        && !(reference.publisher + reference.offer + reference.sku + image.nodeAgentSkuId)
                .isEmpty();
    if (spelledOut) {
        notEmpty(path + QStringLiteral(".publisher"), reference.publisher);
        notEmpty(path + QStringLiteral(".offer"), reference.offer);
        notEmpty(path + QStringLiteral(".sku"), reference.sku);
        notEmpty(path + QStringLiteral(".nodeAgentSKUId"), image.nodeAgentSkuId);
    } else if (const auto resolved = ImageCatalogue::shipped().resolve(image); !resolved) {
        add(path, resolved.error().message, resolved.error().advice);
    }
}

void Checker::startTask(ImageChoice::Os os)
{
    const StartTaskChoice &start = m_settings.pool.startTask;
    const QString path = QStringLiteral("$.pool.startTask");
    if (start.kind == StartTaskChoice::Kind::Command)
        notEmpty(path + QStringLiteral(".command"), start.command);
    if (start.kind != StartTaskChoice::Kind::Script)
        return;
    notEmpty(path + QStringLiteral(".script"), start.script);
    if (os == ImageChoice::Os::Windows
        && !start.script.endsWith(QLatin1String(".ps1"), Qt::CaseInsensitive))
        add(path + QStringLiteral(".script"),
            Texts::tr("\"%1\" cannot be run on Windows nodes").arg(start.script),
            Texts::tr("Expected a PowerShell script (.ps1)."));
}

void Checker::pool()
{
    const Settings::Pool &pool = m_settings.pool;
    static const QRegularExpression sizeName(QStringLiteral("^[A-Za-z0-9_]{1,64}$"));
    id(QStringLiteral("$.pool.id"), pool.id);
    image();
    if (!pool.vmSize.isEmpty() && !sizeName.match(pool.vmSize).hasMatch())
        add(QStringLiteral("$.pool.vmSize"),
            Texts::tr("\"%1\" cannot be a VM size").arg(pool.vmSize),
            Texts::tr("Expected a name such as \"standard_d2s_v5\"."));
    const bool named = !pool.image.name.isEmpty() || pool.image.nodeAgentSkuId.isEmpty();
    if (named && ImageCatalogue::shipped().architecturesDiffer(pool.image.name, pool.vmSize))
        add(QStringLiteral("$.pool.vmSize"),
            Texts::tr("This VM size has other processors than the image needs"),
            Texts::tr("Choose a size and an image that are both for x64, or both for Arm."));
    range(QStringLiteral("$.pool.dedicatedNodes"), pool.dedicatedNodes, 0, mostNodes);
    range(QStringLiteral("$.pool.spotNodes"), pool.spotNodes, 0, mostNodes);
    if (pool.dedicatedNodes == 0 && pool.spotNodes == 0)
        add(QStringLiteral("$.pool.dedicatedNodes"), Texts::tr("The pool has no nodes"),
            Texts::tr("Set dedicatedNodes or spotNodes to at least 1."));
    range(QStringLiteral("$.pool.slotsPerNode"), pool.slotsPerNode, 1, mostSlotsPerNode);
    startTask(os());
}

void Checker::job()
{
    const Settings::Job &job = m_settings.job;
    id(QStringLiteral("$.job.id"), job.id);
    range(QStringLiteral("$.job.retries"), job.retries, 0, mostRetries);
    time(QStringLiteral("$.job.maxWallClockTime"), job.maxWallClockTime);
    if (job.preparation.kind != PreparationChoice::Kind::Command)
        return;
    const auto parsed = CommandTemplate::parsePreparation(job.preparation.command, os());
    for (const Error &error : parsed.errors())
        add(QStringLiteral("$.job.preparation.command"), error.message, error.advice);
}

void Checker::environment()
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    const QString path = QStringLiteral("$.task.environment");
    QSet<QString> seen;
    for (const Batch::NameValue &variable : m_settings.task.environment) {
        const QString at = jsonChildPath(path, variable.name);
        if (!legal.match(variable.name).hasMatch())
            add(at,
                Texts::tr("\"%1\" cannot be the name of an environment variable")
                    .arg(variable.name),
                Texts::tr("Expected letters, digits and '_', not beginning with a digit."));
        else if (variable.name.startsWith(QLatin1String("AZ_BATCH_"), Qt::CaseInsensitive))
            add(at, Texts::tr("Names that begin with AZ_BATCH_ belong to the service"),
                Texts::tr("Choose another name."));
        if (seen.contains(variable.name))
            add(at, Texts::tr("\"%1\" is set twice").arg(variable.name));
        seen.insert(variable.name);
        if (variable.value.contains(QChar(0)))
            add(at, Texts::tr("The value holds a null character"));
    }
}

void Checker::outputPatterns()
{
    for (qsizetype i = 0; i < m_settings.task.outputs.size(); ++i) {
        const QString pattern = m_settings.task.outputs.at(i);
        const QString at = jsonItemPath(QStringLiteral("$.task.outputs"), i);
        const QStringList names = pattern.split(QLatin1Char('/'));
        const auto compiled = Wildcard::compile(pattern);
        if (pattern.isEmpty())
            add(at, Texts::tr("A pattern must not be empty"));
        else if (!compiled)
            add(at, compiled.error().message);
        else if (pattern.contains(QLatin1Char('\\')))
            add(at, Texts::tr("\"%1\" holds a backslash").arg(pattern),
                Texts::tr("Write \"/\" between folders."));
        else if (pattern.startsWith(QLatin1Char('/')) || names.contains(QStringLiteral("..")))
            add(at, Texts::tr("\"%1\" leaves the task's working folder").arg(pattern),
                Texts::tr(
                    "Expected a pattern such as \"output/**\", relative to the folder that the "
                    "command "
                    "runs in."));
        else if (pattern == QLatin1String("output"))
            add(at, Texts::tr("\"output\" is a folder, and patterns name files"),
                Texts::tr("Everything in it is written \"output/**\"."));
        else if (names.contains(QString()) || names.contains(QStringLiteral(".")))
            add(at, Texts::tr("\"%1\" has an empty or a \".\" part").arg(pattern),
                Texts::tr("A whole folder is written \"output/**\"."));
    }
}

void Checker::task()
{
    const auto parsed = CommandTemplate::parse(m_settings.task.command, os());
    for (const Error &error : parsed.errors())
        add(QStringLiteral("$.task.command"), error.message, error.advice);
    environment();
    outputPatterns();
    time(QStringLiteral("$.task.maxWallClockTime"), m_settings.task.maxWallClockTime);
}

void Checker::outputs()
{
    const QString &container = m_settings.outputs.container;
    if (!container.isEmpty() && !isLegalContainerName(container))
        add(QStringLiteral("$.outputs.container"),
            Texts::tr("\"%1\" cannot be the name of a container").arg(container),
            Texts::tr(
                "Expected 3 to 63 of the characters a-z, 0-9 and '-', beginning and ending with a "
                "letter or digit, no two '-' in a row."));
    notEmpty(QStringLiteral("$.outputs.folder"), m_settings.outputs.folder);
}

QList<SettingsProblem> Checker::problems()
{
    notEmpty(QStringLiteral("$.account"), m_settings.account);
    application();
    inputs();
    pool();
    job();
    task();
    outputs();
    return m_problems;
}

} // namespace

QList<SettingsProblem> checkSettings(const Settings &settings)
{
    return Checker(settings).problems();
}

} // namespace Batchdesk
