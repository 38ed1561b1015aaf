// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The least that a window costs: what the bench compares ours with.
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.show();
    QTimer::singleShot(0, &window, [] {
        std::fputs("usable\n", stderr);
        std::fflush(stderr);
    });
    return QApplication::exec();
}
