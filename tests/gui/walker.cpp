// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/gui/walker.h"

#include "core/auth/credentialstore.h"
#include "core/run/thiscomputer.h"
#include "ui/shell/translations.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTcpSocket>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

Walker::Walker()
{
    open();
}

Walker::~Walker() = default;

void Walker::open()
{
    applyAppearance(rememberedAppearance());
    installTranslations(
        QLocale(qEnvironmentVariable("BATCHDESK_TEST_LANGUAGE", QStringLiteral("en"))));
    const QString cli = QStringLiteral(BATCHDESK_CLI_PATH);
    Accounts::Places places = Accounts::Places::ofThisUser(cli);
    places.localIdle = std::chrono::seconds(1);
    const auto keychain = std::make_shared<MemoryCredentialStore>();
    m_accounts = std::make_shared<Accounts>(places, keychain);
    m_credentials = std::make_shared<Git::Credentials>(Git::Credentials::defaultPath(), keychain);
    m_runs =
        std::make_unique<RunDesk>(cli, RunDesk::defaultRunsFolder(), m_accounts, m_credentials);
    m_window = std::make_unique<MainWindow>(m_runs.get(), m_accounts.get(), m_credentials.get());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->begin();
    m_window->activateWindow();
    waitUntil([this] { return m_window->isActiveWindow(); });
}

void Walker::reopen()
{
    m_window->close();
    m_window.reset();
    m_runs.reset();
    m_credentials.reset();
    m_accounts.reset();
    open();
}

bool Walker::sees(const char *name) const
{
    for (const QWidget *candidate : m_window->findChildren<QWidget *>(QLatin1String(name))) {
        if (candidate->isVisible())
            return true;
    }
    return false;
}

void Walker::click(const char *name)
{
    QWidget *control = see(name);
    waitUntil([control] { return control->isEnabled(); });
    QTest::mouseClick(control, Qt::LeftButton);
}

void Walker::clickRow(QAbstractItemView *view, int row)
{
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier,
                      view->visualRect(index).center());
}

void Walker::goToAccounts(const QString &row)
{
    click("accountsPlace");
    auto *list = see<QAbstractItemView>("accountsList");
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        if (list->model()->index(i, 0).data().toString() == row)
            clickRow(list, i);
    }
}

void Walker::type(const char *name, const QString &text)
{
    QWidget *field = see(name);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

void Walker::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : m_window.get(), key, modifiers);
}

bool Walker::tabTo(const char *name)
{
    constexpr int mostControls = 200; // more than any page has
    for (int i = 0; i < mostControls; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && focus->objectName() == QLatin1String(name))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

namespace {

//! Waits, after the last test, until the embedded service has gone by itself.
class ServiceGone final : public ::testing::Environment
{
public:
    void TearDown() override
    {
        const auto account = accountFromConnectionFile(ThisComputer::defaultStateDirectory()
                                                       + QStringLiteral("/connection.env"));
        if (!account)
            return;
        waitUntil([&account] {
            QTcpSocket socket;
            socket.connectToHost(account->batchEndpoint.host(),
                                 quint16(account->batchEndpoint.port()));
            return !socket.waitForConnected();
        });
    }
};

const auto *serviceGone = ::testing::AddGlobalTestEnvironment(new ServiceGone);

} // namespace

} // namespace Batchdesk::Test
