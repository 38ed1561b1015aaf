// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/commoncodec.h"
#include "core/batch/errorcodec.h"
#include "core/batch/filecodec.h"
#include "core/batch/jobcodec.h"
#include "core/batch/jsonfields.h"
#include "core/batch/nodecodec.h"
#include "core/batch/poolcodec.h"
#include "core/batch/taskcodec.h"

#include <QFile>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Batch;

namespace {

constexpr QLatin1String X("x");

QJsonObject withX(const QJsonValue &value)
{
    return {{X, value}};
}

// Every reader over one object; what they return does not matter here, that they return does.
void readAsEverything(const QJsonObject &object)
{
    poolFromJson(object);
    nodeCountsFromJson(object);
    supportedImageFromJson(object);
    nodeFromJson(object);
    jobFromJson(object);
    taskCountsFromJson(object);
    preparationStatusFromJson(object);
    taskFromJson(object);
    fileFromJson(object);
    errorFromJson(object);
    addResultsFromJson(object, {TaskSpec()}, false);
}

QByteArray bodyOfFile(const QString &name)
{
    QFile file(QStringLiteral(BATCHDESK_TEST_DATA "/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf("\n\n") + 2);
}

} // namespace

TEST(BatchFields, WholeNumbersComeAsNumbersAndAsStrings)
{
    EXPECT_EQ(int64Field(withX(QStringLiteral("5000000000")), X), 5'000'000'000);
    EXPECT_EQ(int64Field(withX(5e9), X), 5'000'000'000);
    EXPECT_EQ(int64Field(withX(QJsonValue(qint64(9'007'199'254'740'993))), X),
              9'007'199'254'740'993);
    EXPECT_EQ(intField(withX(-1073741510), X), -1073741510);
    EXPECT_EQ(intField(withX(5e9), X), std::numeric_limits<int>::max());
    EXPECT_EQ(intField(withX(QJsonValue::Null), X, 7), 7);
    EXPECT_FALSE(optionalIntField({}, X));
    EXPECT_FALSE(optionalIntField(withX(true), X));
}

TEST(BatchFields, OtherTypesReadAsAbsent)
{
    EXPECT_TRUE(textField(withX(1), X).isEmpty());
    EXPECT_TRUE(boolField(withX(QStringLiteral("false")), X, true));
    EXPECT_FALSE(timeField(withX(QStringLiteral("yesterday")), X).isValid());
    EXPECT_TRUE(
        listField(withX(QJsonArray{1, QStringLiteral("a"), QJsonValue::Null}), X, nameValueFromJson)
            .isEmpty());
}

TEST(BatchFields, AByteOrderMarkIsTolerated)
{
    const auto object = parseObject(QStringLiteral("op"), "\xEF\xBB\xBF{\"x\":1}");
    ASSERT_TRUE(object.ok());
    EXPECT_EQ(intField(*object, X), 1);
}

TEST(BatchCodec, ImagesAndNamesGoRound)
{
    const ImageReference image{QStringLiteral("p"), QStringLiteral("o"), QStringLiteral("s"),
                               QStringLiteral("1.2.3")};
    EXPECT_EQ(imageReferenceFromJson(toJson(image)), image);
    const NameValue pair{QStringLiteral("ü \"n\""), QString()};
    EXPECT_EQ(nameValueFromJson(toJson(pair)), pair);
}

TEST(BatchCodec, LeavesOutWhatIsNotSet)
{
    PoolSpec pool;
    pool.packTasks = false;
    const QJsonObject poolBody = toJson(pool);
    for (const char *name :
         {"displayName", "taskSchedulingPolicy", "resizeTimeout", "startTask", "metadata"})
        EXPECT_FALSE(poolBody.contains(QLatin1String(name))) << name;
    JobSpec job;
    job.terminateWhenAllTasksComplete = true;
    const QJsonObject jobBody = toJson(job);
    for (const char *name :
         {"onAllTasksComplete", "jobPreparationTask", "jobReleaseTask", "metadata"})
        EXPECT_FALSE(jobBody.contains(QLatin1String(name))) << name;
    EXPECT_FALSE(toJson(TaskSpec()).contains(QLatin1String("constraints")));
}

TEST(BatchCodec, EachUploadConditionHasItsName)
{
    const auto condition = [](OutputFile::Condition value) {
        const QJsonObject file = toJson(OutputFile{{}, {}, {}, value});
        return file.value(QLatin1String("uploadOptions"))
            .toObject()
            .value(QLatin1String("uploadCondition"));
    };
    EXPECT_EQ(condition(OutputFile::Condition::TaskSuccess), QStringLiteral("tasksuccess"));
    EXPECT_EQ(condition(OutputFile::Condition::TaskFailure), QStringLiteral("taskfailure"));
    EXPECT_EQ(condition(OutputFile::Condition::TaskCompletion), QStringLiteral("taskcompletion"));
}

TEST(BatchCodec, RangesAreWrittenAsBytes)
{
    EXPECT_EQ(rangeHeader({}), "");
    EXPECT_EQ(rangeHeader({0, 10}), "bytes=0-9");
    EXPECT_EQ(rangeHeader({5, -1}), "bytes=5-");
}

TEST(BatchCodec, FoldersAreKnownByTheirHeader)
{
    HttpHeaders headers;
    headers.set("ocp-batch-file-isdirectory", "True");
    EXPECT_TRUE(fileFromHeaders(QStringLiteral("wd"), headers).isDirectory);
}

TEST(BatchCodec, DamagedAnswersNeverCrash)
{
    // Each value of a recorded answer replaced by each of some others, on every level.
    const QList<QJsonValue> others{
        QJsonValue::Null,   true, -1, 1e300, QStringLiteral("x"), QJsonArray{1, QJsonObject()},
        QJsonObject{{X, 1}}};
    for (const char *name : {"pool_get", "node_get", "job_get", "task_get", "tasks_add",
                             "task_files", "preparation_status", "node_counts", "error_values"}) {
        const QByteArray body = bodyOfFile(QLatin1String(name) + QStringLiteral("_response.txt"));
        const QJsonObject whole = QJsonDocument::fromJson(body).object();
        ASSERT_FALSE(whole.isEmpty()) << name;
        for (const QString &key : whole.keys()) {
            for (const QJsonValue &other : others) {
                QJsonObject damaged = whole;
                damaged.insert(key, other);
                readAsEverything(damaged);
                if (whole.value(key).isObject()) {
                    for (const QString &inner : whole.value(key).toObject().keys()) {
                        QJsonObject object = whole.value(key).toObject();
                        object.insert(inner, other);
                        damaged.insert(key, object);
                        readAsEverything(damaged);
                    }
                }
            }
        }
    }
}

TEST(BatchCodec, CutAnswersAreErrors)
{
    const QByteArray body = bodyOfFile(QStringLiteral("pool_list_response.txt")).trimmed();
    for (qsizetype length = 0; length < body.size(); ++length) {
        EXPECT_FALSE(parsePage(QStringLiteral("op"), body.left(length), poolFromJson).ok())
            << length;
        HttpResponse response;
        response.status = 500;
        response.body = body.left(length);
        EXPECT_FALSE(decodeError(QStringLiteral("op"), response).message.isEmpty());
    }
    EXPECT_TRUE(parsePage(QStringLiteral("op"), body, poolFromJson).ok());
}
